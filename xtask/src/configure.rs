//! `cargo xtask configure <dist> <config.json>`: puts a `config.json` into a built `dist/`, and what it allows into the policy.

use std::{fmt, fs, io, path::Path, path::PathBuf};

use crate::{
    compress,
    config::{Config, ConfigError},
    failure::Failure,
    hosts,
    policy::Policy,
};

/// How the element that carries the policy begins; its value follows, up to the next quotation mark.
pub(crate) const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// Why `dist/` was left as it was.
#[derive(Debug)]
pub enum ConfigureError {
    /// The configuration itself is wrong.
    Config(ConfigError),
    /// The directory holds no page of ours.
    NotBuilt(PathBuf),
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
}

impl fmt::Display for ConfigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(error) => write!(f, "config.json: {error}"),
            Self::NotBuilt(dist) => {
                write!(
                    f,
                    "{} holds no built console: run `cargo xtask build` first.",
                    dist.display()
                )
            }
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for ConfigureError {}

impl From<ConfigError> for ConfigureError {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<ConfigureError> for Failure {
    fn from(error: ConfigureError) -> Self {
        Self::new(error.to_string())
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        ConfigureError::from(error).into()
    }
}

/// Checks `config_json` and, if it is right, writes it into `dist` and stamps the policy that follows from it into the page and
/// the header files. Nothing is written if anything is wrong.
pub fn configure(dist: &Path, config_json: &str) -> Result<(), ConfigureError> {
    stamp(dist, config_json, &Config::parse(config_json)?)
}

pub(crate) fn stamp(dist: &Path, config_json: &str, config: &Config) -> Result<(), ConfigureError> {
    let policy = Policy::new(config.origins().to_vec());
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ConfigureError::NotBuilt(dist.to_owned()),
        _ => ConfigureError::File(index.clone(), error),
    })?;
    let page =
        with_policy(&page, &policy).ok_or_else(|| ConfigureError::NotBuilt(dist.to_owned()))?;
    let mut files = vec![
        (index, page),
        (dist.join("config.json"), config_json.to_owned()),
    ];
    files.extend(
        hosts::files(config)
            .into_iter()
            .map(|(path, content)| (dist.join(path), content)),
    );
    for (path, content) in files {
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, content))
            .and_then(|()| compress::beside(&path))
            .map_err(|error| ConfigureError::File(path, error))?;
    }
    Ok(())
}

fn with_policy(page: &str, policy: &Policy) -> Option<String> {
    let (before, rest) = page.split_once(POLICY)?;
    let (_, after) = rest.split_once('"')?;
    Some(format!("{before}{POLICY}{}\"{after}", policy.for_page()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_replaces_the_one_before_and_nothing_else() {
        let page = format!("<head>{POLICY}\" /><title>A \"B\"</title>");
        let wide = with_policy(&page, &Policy::new(vec!["https://a.example".to_owned()])).unwrap();
        assert!(wide.contains("connect-src 'self' https://a.example;"));
        let narrow = with_policy(&wide, &Policy::new(Vec::new())).unwrap();
        assert!(!narrow.contains("a.example"));
        assert!(narrow.starts_with(&format!("<head>{POLICY}default-src 'none';")));
        assert!(narrow.ends_with("'none'\" /><title>A \"B\"</title>"));
        assert_eq!(
            with_policy("<title>Another page</title>", &Policy::new(Vec::new())),
            None
        );
    }

    #[test]
    fn a_directory_without_the_page_is_named() {
        let error = configure(Path::new("no-such-dist"), "{}").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("no-such-dist holds no built console")
        );
    }
}
