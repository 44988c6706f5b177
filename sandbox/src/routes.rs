//! Which path leads where, on each of the two hosts.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
    routing::any,
};

use crate::{
    answer,
    control::{self, Control},
    door::{Platform, enter},
    ikas::Ikas,
    received::Door,
    receiver,
    site::Site,
    world::World,
};

/// The console's own origin: the relays, the control interface, and the console for the rest.
pub(crate) fn own(world: &Arc<World>, control: Control, site: Option<Site>) -> Router {
    let site = Arc::new(site);
    let shared = Arc::clone(world);
    let receive = move |request: Request<Body>| {
        let world = Arc::clone(&shared);
        async move { world.receiver.take(request).await }
    };
    Router::new()
        .merge(platforms(world, Door::Relay))
        .nest("/sandbox", control::routes(control))
        .route(&format!("{}/", receiver::PATH), any(receive.clone()))
        .route(&format!("{}/{{*path}}", receiver::PATH), any(receive))
        .fallback(move |request: Request<Body>| {
            let site = Arc::clone(&site);
            async move {
                match site.as_ref() {
                    Some(site) => site.answer(request).await,
                    None => answer::empty(StatusCode::NOT_FOUND),
                }
            }
        })
}

/// The other origin: the platforms alone.
pub(crate) fn cross(world: &Arc<World>) -> Router {
    platforms(world, Door::Cross)
}

fn platforms(world: &Arc<World>, door: Door) -> Router {
    let ikas: fn(&World) -> &Ikas = |world| world.ikas.as_ref();
    Router::new()
        .merge(platform(world, door, "happycolis/graphql", |world| {
            world.happycolis.as_ref()
        }))
        .merge(platform(world, door, "ikas/api/v1/admin/graphql", ikas))
        .merge(platform(world, door, "ikas/api/v2/admin/graphql", ikas))
        .merge(platform(world, door, "sentera/graphql", |world| {
            world.sentera.as_ref()
        }))
        .merge(platform(
            world,
            door,
            // The host of an organization becomes a segment of the path.
            "commerce-layer/{slug}/api/{*path}",
            |world| world.commerce_layer.as_ref(),
        ))
}

/// The way to one platform.
fn platform<P: Platform + 'static>(
    world: &Arc<World>,
    door: Door,
    path: &str,
    of: fn(&World) -> &P,
) -> Router {
    let world = Arc::clone(world);
    let answer = move |request: Request<Body>| {
        let world = Arc::clone(&world);
        async move { enter(of(&world), &world.received, door, request).await }
    };
    let prefix = match door {
        Door::Relay => "/relay",
        Door::Cross => "",
    };
    Router::new().route(&format!("{prefix}/{path}"), any(answer))
}
