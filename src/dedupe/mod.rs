//! Who is the same party.

mod sure;

pub use sure::{
    Clusters, Group, by_id, clusters, differ, other_name, same_organization, same_person,
};
