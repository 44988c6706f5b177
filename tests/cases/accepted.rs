//! Addresses that may be sent: as typed, and as they are sent.

pub const ACCEPTED: &[(&str, &str)] = &[
    // Sent as typed.
    ("https://example.com/", "https://example.com/"),
    (
        "https://hooks.example.com/orders",
        "https://hooks.example.com/orders",
    ),
    ("https://receiver.example/ok", "https://receiver.example/ok"),
    (
        "https://example.org/a/b/c?d=e&f=g",
        "https://example.org/a/b/c?d=e&f=g",
    ),
    ("https://example.com/?", "https://example.com/?"),
    ("https://example.com/?q", "https://example.com/?q"),
    (
        "https://example.com:8443/hook",
        "https://example.com:8443/hook",
    ),
    ("https://example.com:1/", "https://example.com:1/"),
    ("https://example.com:65535/", "https://example.com:65535/"),
    ("https://example.com:80/", "https://example.com:80/"),
    ("https://8.8.8.8/", "https://8.8.8.8/"),
    ("https://1.1.1.1/hook", "https://1.1.1.1/hook"),
    (
        "https://[2606:4700:4700::1111]/",
        "https://[2606:4700:4700::1111]/",
    ),
    (
        "https://[2a00:1450:4007::200e]:8443/x",
        "https://[2a00:1450:4007::200e]:8443/x",
    ),
    (
        "https://xn--mnchen-3ya.example/",
        "https://xn--mnchen-3ya.example/",
    ),
    (
        "https://a.b.c.d.e.f.example.com/",
        "https://a.b.c.d.e.f.example.com/",
    ),
    (
        "https://my_shop.example.com/",
        "https://my_shop.example.com/",
    ),
    (
        "https://r3---sn.example.com/",
        "https://r3---sn.example.com/",
    ),
    ("https://1shop.example/", "https://1shop.example/"),
    (
        "https://127.0.0.1.example.com/",
        "https://127.0.0.1.example.com/",
    ),
    ("https://example.com/@user", "https://example.com/@user"),
    (
        "https://example.com/?mail=a@b.example",
        "https://example.com/?mail=a@b.example",
    ),
    ("https://example.com/a//b", "https://example.com/a//b"),
    ("https://example.com/%20", "https://example.com/%20"),
    ("https://example.com/%2e%2Fx", "https://example.com/%2e%2Fx"),
    (
        "https://example.com/?a=%5B1%5D",
        "https://example.com/?a=%5B1%5D",
    ),
    ("https://example.com/?a=[1]", "https://example.com/?a=[1]"),
    ("https://example.com/a;b=c,d", "https://example.com/a;b=c,d"),
    (
        "https://example.com/$&'()*+,=!~",
        "https://example.com/$&'()*+,=!~",
    ),
    (
        "https://example.com/?url=https://other.example/",
        "https://example.com/?url=https://other.example/",
    ),
    (
        "https://localhost.example.com/",
        "https://localhost.example.com/",
    ),
    ("https://local.example.com/", "https://local.example.com/"),
    (
        "https://internal.example.com/",
        "https://internal.example.com/",
    ),
    (
        "https://notlocalhost.example/",
        "https://notlocalhost.example/",
    ),
    ("https://mylocal.shop/", "https://mylocal.shop/"),
    ("https://shop.localnet.com/", "https://shop.localnet.com/"),
    ("https://shop.testing/", "https://shop.testing/"),
    ("https://arpa.example/", "https://arpa.example/"),
    ("https://shop.co.uk/", "https://shop.co.uk/"),
    ("https://x.io/", "https://x.io/"),
    // Longest label and longest name.
    (
        "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/",
        "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/",
    ),
    // The parser completes or normalises.
    ("https://example.com", "https://example.com/"),
    ("https://example.com?a=b", "https://example.com/?a=b"),
    ("HTTPS://example.com/", "https://example.com/"),
    ("HtTpS://Example.COM/Path", "https://example.com/Path"),
    ("https://EXAMPLE.com/", "https://example.com/"),
    ("https://example.com:443/", "https://example.com/"),
    ("https://example.com:/", "https://example.com/"),
    ("https://example.com:0443/", "https://example.com/"),
    ("https://example.com:08443/", "https://example.com:8443/"),
    ("https:example.com", "https://example.com/"),
    ("https:/example.com/x", "https://example.com/x"),
    ("https:///example.com/x", "https://example.com/x"),
    ("https://////example.com/x", "https://example.com/x"),
    ("https://example.com/a/../b", "https://example.com/b"),
    ("https://example.com/a/./b", "https://example.com/a/b"),
    ("https://example.com/../..", "https://example.com/"),
    ("https://example.com/%2e%2e/x", "https://example.com/x"),
    ("https://example.com/a/%2E", "https://example.com/a/"),
    ("https://example.com/é", "https://example.com/%C3%A9"),
    ("https://example.com/?q=é", "https://example.com/?q=%C3%A9"),
    ("https://example.com/🪝", "https://example.com/%F0%9F%AA%9D"),
    ("https://example.com/<x>", "https://example.com/%3Cx%3E"),
    ("https://example.com/\"x\"", "https://example.com/%22x%22"),
    ("https://example.com/{id}", "https://example.com/%7Bid%7D"),
    (
        "https://example.com/?x='y'",
        "https://example.com/?x=%27y%27",
    ),
    (
        "https://example.com/?x=<y>",
        "https://example.com/?x=%3Cy%3E",
    ),
    (
        "https://münchen.example/",
        "https://xn--mnchen-3ya.example/",
    ),
    (
        "https://MÜNCHEN.example/",
        "https://xn--mnchen-3ya.example/",
    ),
    (
        "https://bücher.example/ü",
        "https://xn--bcher-kva.example/%C3%BC",
    ),
    ("https://faß.example/", "https://xn--fa-hia.example/"),
    ("https://例え.example/", "https://xn--r8jz45g.example/"),
    ("https://пример.example/", "https://xn--e1afmkfd.example/"),
    (
        "https://XN--MNCHEN-3ya.example/",
        "https://xn--mnchen-3ya.example/",
    ),
    ("https://example。com/", "https://example.com/"),
    ("https://ｅｘａｍｐｌｅ.com/", "https://example.com/"),
    ("https://ex%61mple.com/", "https://example.com/"),
    ("https://8.8.2056/", "https://8.8.8.8/"),
    ("https://134744072/", "https://8.8.8.8/"),
    ("https://0x08080808/", "https://8.8.8.8/"),
    ("https://010.010.010.010/", "https://8.8.8.8/"),
    ("https://8.8.8.8./", "https://8.8.8.8/"),
    ("https://８.８.８.８/", "https://8.8.8.8/"),
    (
        "https://[2606:4700:4700:0:0:0:0:1111]/",
        "https://[2606:4700:4700::1111]/",
    ),
    (
        "https://[2606:4700:4700:0000:0000:0000:0000:1111]/",
        "https://[2606:4700:4700::1111]/",
    ),
    (
        "https://[2606:4700:4700::ABCD]/",
        "https://[2606:4700:4700::abcd]/",
    ),
    (
        "https://[2606:4700::8.8.8.8]/",
        "https://[2606:4700::808:808]/",
    ),
];
