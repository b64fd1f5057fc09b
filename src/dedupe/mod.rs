//! Who is the same party: by keys that leave no doubt, and by all that two records have in common.

mod alike;
pub mod block;
pub mod chance;
pub mod cluster;
pub mod compare;
pub mod faces;
pub mod keys;
pub mod learn;
pub mod plan;
mod pool;
pub mod sketch;
mod sure;
pub mod weigh;

pub use faces::Faces;
pub use plan::Plan;
pub use sketch::Sketch;
pub use sure::{
    Clusters, Group, by_id, clusters, differ, numbered, other_name, same_organization, same_person,
    united,
};
