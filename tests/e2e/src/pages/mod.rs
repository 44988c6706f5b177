//! The pages and dialogs by their accessible names.

pub mod commerce_layer;
pub mod connect;
pub mod editor;
pub mod ikas;
pub mod removal;
pub mod sentera;
pub mod wall;
