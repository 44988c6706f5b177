//! What is offered for a problem: the address typed, the problem's code, and the address offered; empty for none.

pub const CORRECTED: &[(&str, &str, &str)] = &[
    (
        "http://example.com/a?b",
        "endpoint-not-https",
        "https://example.com/a?b",
    ),
    (
        "http://example.com:80/",
        "endpoint-not-https",
        "https://example.com/",
    ),
    (
        "http://example.com:443/",
        "endpoint-not-https",
        "https://example.com/",
    ),
    (
        "http://example.com:8080/",
        "endpoint-not-https",
        "https://example.com:8080/",
    ),
    (
        "http:example.com",
        "endpoint-not-https",
        "https://example.com/",
    ),
    (
        "htps://example.com/x",
        "endpoint-not-https",
        "https://example.com/x",
    ),
    (
        "ftp://example.com/x",
        "endpoint-not-https",
        "https://example.com/x",
    ),
    (
        "example.com:8443/x",
        "endpoint-not-https",
        "https://example.com:8443/x",
    ),
    (
        "http://localhost/x",
        "endpoint-not-https",
        "https://localhost/x",
    ),
    (
        "example.com:8443/x?y=ftp://example.org/",
        "endpoint-not-https",
        "https://example.com:8443/x?y=ftp://example.org/",
    ),
    ("ftp://localhost/x", "endpoint-not-https", ""),
    ("localhost:3000", "endpoint-not-https", ""),
    ("mailto:a@example.com", "endpoint-not-https", ""),
    ("javascript:alert(1)", "endpoint-not-https", ""),
    ("file:///etc/passwd", "endpoint-not-https", ""),
    ("file:///example.com/x", "endpoint-not-https", ""),
    (
        "example.com/x",
        "endpoint-no-scheme",
        "https://example.com/x",
    ),
    (
        "//example.com/x",
        "endpoint-no-scheme",
        "https://example.com/x",
    ),
    ("hook", "endpoint-no-scheme", ""),
    ("/hook", "endpoint-no-scheme", ""),
    (
        " https://example.com/x ",
        "endpoint-white-space",
        "https://example.com/x",
    ),
    (
        "https://exam\nple.com/",
        "endpoint-white-space",
        "https://example.com/",
    ),
    (
        "https://exam ple.com/",
        "endpoint-white-space",
        "https://example.com/",
    ),
    (
        "https://example.com/a b",
        "endpoint-white-space",
        "https://example.com/a%20b",
    ),
    ("https://[ ", "endpoint-white-space", ""),
    (" example.com", "endpoint-white-space", ""),
    (" ftp://example.com/", "endpoint-white-space", ""),
    (
        "https://example.com/a\u{1}b",
        "endpoint-control-character",
        "https://example.com/ab",
    ),
    (
        "\u{feff}https://example.com/",
        "endpoint-invisible-character",
        "https://example.com/",
    ),
    (
        "https:\\\\example.com\\x",
        "endpoint-backslash",
        "https://example.com/x",
    ),
    (
        "https://example.com/?a\\b",
        "endpoint-backslash",
        "https://example.com/?a%5Cb",
    ),
    (
        "https://user:secret@example.com:8443/x?y",
        "endpoint-user-info",
        "https://example.com:8443/x?y",
    ),
    (
        "https://@example.com/",
        "endpoint-user-info",
        "https://example.com/",
    ),
    (
        "https://example.com/x#y",
        "endpoint-fragment",
        "https://example.com/x",
    ),
    (
        "https://example.com/x?y#",
        "endpoint-fragment",
        "https://example.com/x?y",
    ),
    (
        "https://example.com:0/x",
        "endpoint-port-zero",
        "https://example.com/x",
    ),
    (
        "https://example.com.:8443/x",
        "host-final-dot",
        "https://example.com:8443/x",
    ),
    (
        "https://example.com../x",
        "host-final-dot",
        "https://example.com/x",
    ),
    (
        "https://[::ffff:8.8.8.8]/x",
        "host-special-address",
        "https://8.8.8.8/x",
    ),
    (
        "https://[::8.8.8.8]/x",
        "host-special-address",
        "https://8.8.8.8/x",
    ),
    (
        "https://[64:ff9b::8.8.8.8]:8443/",
        "host-special-address",
        "https://8.8.8.8:8443/",
    ),
    (
        "https://[2002:808:808::]/",
        "host-special-address",
        "https://8.8.8.8/",
    ),
    (
        "https://[2001:0:4136:e378:8000:63bf:f7f7:f7f7]/",
        "host-special-address",
        "https://8.8.8.8/",
    ),
    ("https://[::ffff:10.0.0.1]/", "host-special-address", ""),
    ("https://./", "host-final-dot", ""),
    ("https://./shop.example/", "host-final-dot", ""),
    ("https://10.0.0.1/", "host-special-address", ""),
    ("https://localhost/", "host-private-name", ""),
    ("https://shop/", "host-single-label", ""),
    ("https://a..example.com/", "host-malformed", ""),
    ("https:", "endpoint-unreadable", ""),
    ("", "endpoint-missing", ""),
];
