//! Which platforms this build of the console can talk to.
//!
//! A way into a platform that is not built in has no value: it needs one of these, and there is none. So the compiler
//! leaves out everything that only such a way leads to, and nothing has to be left out by hand.

#[cfg(feature = "commerce-layer")]
pub type CommerceLayerBuilt = ();
#[cfg(not(feature = "commerce-layer"))]
pub type CommerceLayerBuilt = std::convert::Infallible;

#[cfg(feature = "sentera")]
pub type SenteraBuilt = ();
#[cfg(not(feature = "sentera"))]
pub type SenteraBuilt = std::convert::Infallible;

pub const fn commerce_layer() -> Option<CommerceLayerBuilt> {
    #[cfg(feature = "commerce-layer")]
    return Some(());
    #[cfg(not(feature = "commerce-layer"))]
    None
}

pub const fn sentera() -> Option<SenteraBuilt> {
    #[cfg(feature = "sentera")]
    return Some(());
    #[cfg(not(feature = "sentera"))]
    None
}

/// Whether a platform of this build changes a subscription in place, and tells what it delivered.
pub const IN_PLACE: bool = cfg!(any(feature = "commerce-layer", feature = "sentera"));
pub const DELIVERIES: bool = cfg!(any(feature = "commerce-layer", feature = "sentera"));
pub const COMMERCE_LAYER: bool = cfg!(feature = "commerce-layer");
pub const SENTERA: bool = cfg!(feature = "sentera");
