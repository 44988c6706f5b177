use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use tokio::net::TcpListener;

use crate::{
    control::Control,
    options::{Options, StartError},
    routes,
    running::Running,
    serve::serve,
    site::Site,
    world::World,
};

/// Both ports are open and nothing is served yet. What is served can thus name the addresses, as
/// the console's `config.json` and policy must.
#[derive(Debug)]
pub struct Bound {
    own: TcpListener,
    cross: TcpListener,
    base: String,
    address: SocketAddr,
    origin: String,
    cross_origin: String,
}

impl Bound {
    /// Opens both ports of `options`; its `dist` is left to [`Bound::serve`].
    ///
    /// # Errors
    /// `Base`, `PortInUse` or `Bind`.
    pub async fn bind(options: Options) -> Result<Self, StartError> {
        let base = options.base;
        if !base.starts_with('/') || !base.ends_with('/') || base.contains("//") {
            return Err(StartError::Base(base));
        }
        let (own, address) = open(options.port).await?;
        let (cross, cross_address) = open(options.cross_port).await?;
        Ok(Self {
            own,
            cross,
            base,
            address,
            origin: format!("http://{address}"),
            cross_origin: format!("http://{cross_address}"),
        })
    }

    /// The console's own origin, `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The platforms' cross-origin host, `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn cross_origin(&self) -> &str {
        &self.cross_origin
    }

    /// Starts to serve: `dist` under the base, the platforms and the control interface.
    ///
    /// # Errors
    /// `NoConsole` or `HeaderFile`, where `dist` is not a console.
    pub fn serve(self, dist: Option<PathBuf>) -> Result<Running, StartError> {
        let site = dist.map(|dist| Site::open(dist, &self.base)).transpose()?;
        let world = Arc::new(World::new(self.address));
        let control = Control::new(Arc::clone(&world));
        let own = routes::own(&world, control.clone(), site);
        let cross = routes::cross(&world);
        Ok(Running {
            console: format!("{}{}", self.origin, self.base),
            origin: self.origin,
            cross_origin: self.cross_origin,
            control,
            tasks: vec![
                tokio::spawn(serve(self.own, own)),
                tokio::spawn(serve(self.cross, cross)),
            ],
        })
    }
}

/// Opens `port` on 127.0.0.1; the address names the port that was taken.
async fn open(port: u16) -> Result<(TcpListener, SocketAddr), StartError> {
    let refused = |source: io::Error| match source.kind() {
        io::ErrorKind::AddrInUse => StartError::PortInUse(port),
        _ => StartError::Bind { port, source },
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).await.map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((listener, address))
}
