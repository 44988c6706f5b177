use super::environment::Environment;

/// Integration token of [`Environment::Test`] that may do everything; expires in 2100.
pub const INTEGRATION_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJlbldveEZNT25wIiwic2x1ZyI6InlvdXJkb21haW4iLCJlbnRlcnByaXNlIjpmYWxzZSwicmVnaW9uIjoiZXUtd2VzdC0xIn0sImFwcGxpY2F0aW9uIjp7ImlkIjoiR3ZQWGlYcktCcCIsImNsaWVudF9pZCI6ImRlbW8tY2xpZW50LWlkIiwia2luZCI6ImludGVncmF0aW9uIiwicHVibGljIjpmYWxzZSwiY29uZmlkZW50aWFsIjp0cnVlfSwic2NvcGUiOiJtYXJrZXQ6YWxsIiwiZXhwIjo0MTAyNDQ0ODAwLCJpYXQiOjE3Mjk3ODExODQsInRlc3QiOnRydWUsInJhbmQiOjAuOTA4MSwiaXNzIjoiaHR0cHM6Ly9hdXRoLmNvbW1lcmNlbGF5ZXIuaW8ifQ.ZGVtby1zaWduYXR1cmU";
/// Integration token of [`Environment::Test`] that expired in 2024, by its claim and for the API.
pub const EXPIRED_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJlbldveEZNT25wIiwic2x1ZyI6InlvdXJkb21haW4iLCJlbnRlcnByaXNlIjpmYWxzZSwicmVnaW9uIjoiZXUtd2VzdC0xIn0sImFwcGxpY2F0aW9uIjp7ImlkIjoiR3ZQWGlYcktCcCIsImNsaWVudF9pZCI6ImRlbW8tY2xpZW50LWlkIiwia2luZCI6ImludGVncmF0aW9uIiwicHVibGljIjpmYWxzZSwiY29uZmlkZW50aWFsIjp0cnVlfSwic2NvcGUiOiJtYXJrZXQ6YWxsIiwiZXhwIjoxNzI5Nzg4Mzg0LCJpYXQiOjE3Mjk3ODExODQsInRlc3QiOnRydWUsInJhbmQiOjAuOTA4MSwiaXNzIjoiaHR0cHM6Ly9hdXRoLmNvbW1lcmNlbGF5ZXIuaW8ifQ.ZGVtby1zaWduYXR1cmU";
/// Integration token of [`Environment::Test`] whose role has `read` only.
pub const READ_ONLY_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJlbldveEZNT25wIiwic2x1ZyI6InlvdXJkb21haW4iLCJlbnRlcnByaXNlIjpmYWxzZSwicmVnaW9uIjoiZXUtd2VzdC0xIn0sImFwcGxpY2F0aW9uIjp7ImlkIjoiS2xNbm9QcXJTdCIsImNsaWVudF9pZCI6ImRlbW8tcmVhZC1vbmx5Iiwia2luZCI6ImludGVncmF0aW9uIiwicHVibGljIjpmYWxzZSwiY29uZmlkZW50aWFsIjp0cnVlfSwic2NvcGUiOiJtYXJrZXQ6YWxsIiwiZXhwIjo0MTAyNDQ0ODAwLCJpYXQiOjE3Mjk3ODExODQsInRlc3QiOnRydWUsInJhbmQiOjAuMTQwMiwiaXNzIjoiaHR0cHM6Ly9hdXRoLmNvbW1lcmNlbGF5ZXIuaW8ifQ.ZGVtby1zaWduYXR1cmU";
/// Token of a sales channel of [`Environment::Test`]: it may not even read webhooks.
pub const SALES_CHANNEL_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJlbldveEZNT25wIiwic2x1ZyI6InlvdXJkb21haW4iLCJlbnRlcnByaXNlIjpmYWxzZSwicmVnaW9uIjoiZXUtd2VzdC0xIn0sImFwcGxpY2F0aW9uIjp7ImlkIjoiVndYeXpBYmNEZSIsImNsaWVudF9pZCI6ImRlbW8tc2FsZXMtY2hhbm5lbCIsImtpbmQiOiJzYWxlc19jaGFubmVsIiwicHVibGljIjp0cnVlLCJjb25maWRlbnRpYWwiOmZhbHNlfSwic2NvcGUiOiJtYXJrZXQ6YWxsIiwiZXhwIjo0MTAyNDQ0ODAwLCJpYXQiOjE3Mjk3ODExODQsInRlc3QiOnRydWUsInJhbmQiOjAuMjUwMywiaXNzIjoiaHR0cHM6Ly9hdXRoLmNvbW1lcmNlbGF5ZXIuaW8ifQ.ZGVtby1zaWduYXR1cmU";
/// Integration token of [`Environment::Live`].
pub const LIVE_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJlbldveEZNT25wIiwic2x1ZyI6InlvdXJkb21haW4iLCJlbnRlcnByaXNlIjpmYWxzZSwicmVnaW9uIjoiZXUtd2VzdC0xIn0sImFwcGxpY2F0aW9uIjp7ImlkIjoiR3ZQWGlYcktCcCIsImNsaWVudF9pZCI6ImRlbW8tbGl2ZSIsImtpbmQiOiJpbnRlZ3JhdGlvbiIsInB1YmxpYyI6ZmFsc2UsImNvbmZpZGVudGlhbCI6dHJ1ZX0sInNjb3BlIjoibWFya2V0OmFsbCIsImV4cCI6NDEwMjQ0NDgwMCwiaWF0IjoxNzI5NzgxMTg0LCJ0ZXN0IjpmYWxzZSwicmFuZCI6MC4zNjA0LCJpc3MiOiJodHRwczovL2F1dGguY29tbWVyY2VsYXllci5pbyJ9.ZGVtby1zaWduYXR1cmU";
/// Integration token of [`Environment::Other`].
pub const OTHER_ORGANIZATION_TOKEN: &str = "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCIsImtpZCI6ImRlbW8ifQ.eyJvcmdhbml6YXRpb24iOnsiaWQiOiJrUnRXcVBaeEx2Iiwic2x1ZyI6Im90aGVyZG9tYWluIiwiZW50ZXJwcmlzZSI6ZmFsc2UsInJlZ2lvbiI6ImV1LXdlc3QtMSJ9LCJhcHBsaWNhdGlvbiI6eyJpZCI6IlFyU3R1Vnd4WXoiLCJjbGllbnRfaWQiOiJkZW1vLW90aGVyIiwia2luZCI6ImludGVncmF0aW9uIiwicHVibGljIjpmYWxzZSwiY29uZmlkZW50aWFsIjp0cnVlfSwic2NvcGUiOiJtYXJrZXQ6YWxsIiwiZXhwIjo0MTAyNDQ0ODAwLCJpYXQiOjE3Mjk3ODExODQsInRlc3QiOnRydWUsInJhbmQiOjAuNDcwNSwiaXNzIjoiaHR0cHM6Ly9hdXRoLmNvbW1lcmNlbGF5ZXIuaW8ifQ.ZGVtby1zaWduYXR1cmU";

/// What a call does to webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Action {
    Read,
    Write,
}

/// What the application of a token may do. A token does not tell its role, section 2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Admin,
    ReadOnly,
    SalesChannel,
}

impl Role {
    pub fn may(self, action: Action) -> bool {
        match self {
            Self::Admin => true,
            Self::ReadOnly => action == Action::Read,
            Self::SalesChannel => false,
        }
    }
}

/// An access token that was issued.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub value: &'static str,
    pub environment: Environment,
    pub role: Role,
    pub expired: bool,
}

impl Token {
    /// Every token of the demo data.
    pub fn all() -> Vec<Self> {
        let token = |value, environment, role| Self {
            value,
            environment,
            role,
            expired: value == EXPIRED_TOKEN,
        };
        vec![
            token(INTEGRATION_TOKEN, Environment::Test, Role::Admin),
            token(EXPIRED_TOKEN, Environment::Test, Role::Admin),
            token(READ_ONLY_TOKEN, Environment::Test, Role::ReadOnly),
            token(SALES_CHANNEL_TOKEN, Environment::Test, Role::SalesChannel),
            token(LIVE_TOKEN, Environment::Live, Role::Admin),
            token(OTHER_ORGANIZATION_TOKEN, Environment::Other, Role::Admin),
        ]
    }
}
