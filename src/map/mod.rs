//! Rows to canonical records: `compile` turns a recognised table's profile into a [`Mapper`], `Mapper::block` runs it.

mod cell;
mod empty;
mod facts;
mod keys;
mod names;
mod plan;
mod row;
mod transform;

pub use empty::Empty;
pub use facts::RecordFacts;
pub use keys::{IDENTITY_SPACE, each_address, email_key, id, org_key, space, target_key};
pub use plan::{
    Demand, Disposition, Job, Mapper, Source, Takes, Wanted, compile, date_format, disposition,
    fold_value, link_spaces,
};
pub use row::{Mapped, Scratch};
pub use transform::{
    ALL as TRANSFORMS, Back, Step, compile as compile_transforms, write as write_back,
};
