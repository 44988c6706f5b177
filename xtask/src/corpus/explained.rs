//! The differences that are known, each with its reason. One that is gone has to go from here too.

/// An address, and why the two parsers do not say the same of it. In none of them would one of the two send anything.
pub const EXPLAINED: &[(&str, &str)] = &[
    (
        "http://!\"$&'()*+,-.;=_`{}~/",
        "Chromium writes an asterisk in a host as %2A, which the standard leaves as it is; both refuse the host, and the \
         proposal with it",
    ),
    (
        "file://C:/",
        "Chromium knows the letters of drives on Windows only and reads C: as a host with an empty port, which the standard \
         reads as a path; both refuse what is not https",
    ),
    (
        "file://C|/",
        "Chromium knows the letters of drives on Windows only and reads C| as a host, which the standard reads as a path; \
         both refuse what is not https",
    ),
    (
        "file://xn--/p",
        "Chromium takes a label that is no punycode, and the console looks for those in web addresses only; both refuse what \
         is not https",
    ),
];
