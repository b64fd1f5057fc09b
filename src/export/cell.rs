//! A value as a column of the target takes it.

use std::borrow::Cow;

use super::layout::{Format, From, OutColumn};
use crate::map::write_back;
use crate::model::record::Value;
use crate::normalize::list::items;
use crate::normalize::{country, date, region};

/// What is written of a value.
#[derive(Debug)]
pub struct Taken<'p> {
    /// The text.
    pub text: Cow<'p, str>,
    /// Whether it is what the target calls the value, not the value itself.
    pub translated: bool,
}

impl OutColumn {
    /// Whether it is filled by the value, or by one item of a list.
    pub fn takes(&self, value: &Value, is_list: bool) -> bool {
        let filled = |value: &Value| {
            let taken = self.take(value, Some(value.text));
            taken.is_ok_and(|taken| !taken.text.is_empty())
        };
        match &self.from {
            _ if is_list && self.single => {
                items(value.text).any(|text| filled(&Value { text, ..*value }))
            }
            From::Fields {
                format: Format::List(_),
                ..
            } => !value.text.is_empty(),
            _ => filled(value),
        }
    }

    /// The value as the column takes it; `owner` is what the target calls the owner.
    ///
    /// # Errors
    /// The finding's code, or none where nothing is to be remarked.
    pub fn take<'p>(
        &'p self,
        value: &Value<'p>,
        owner: Option<&'p str>,
    ) -> Result<Taken<'p>, Option<&'static str>> {
        let From::Fields {
            back,
            values,
            format,
            ..
        } = &self.from
        else {
            return Err(None);
        };
        let translation = values.iter().find(|(canonical, _)| canonical == value.text);
        let text: Cow<'p, str> = match (translation, format) {
            (Some((_, stored)), _) => Cow::Borrowed(stored.as_str()),
            (None, Format::Consent) if !values.is_empty() => return Err(None),
            (None, Format::Owner) => Cow::Borrowed(owner.ok_or(None)?),
            (None, _) => written_as(value.text, format),
        };
        let text = match translation {
            None if !back.is_empty() => Cow::Owned(write_back(back, &text).into_owned()),
            _ => text,
        };
        Ok(Taken {
            text: self.fit(text)?,
            translated: translation.is_some() || *format == Format::Owner,
        })
    }

    /// The text if it is short enough and, where there is a list, one of the list's.
    fn fit<'p>(&self, text: Cow<'p, str>) -> Result<Cow<'p, str>, Option<&'static str>> {
        let long = |limit: usize| text.len() > limit && text.chars().nth(limit).is_some();
        if self.limit.is_some_and(long) {
            return Err(Some("value-too-long"));
        }
        if self.picklist.is_empty() {
            return Ok(text);
        }
        let listed = self.picklist.get(&*text);
        match listed.or_else(|| self.picklist.get(&text.to_lowercase())) {
            Some(listed) if *listed == text => Ok(text),
            Some(listed) => Ok(Cow::Owned(listed.clone())),
            None => Err(Some("value-not-in-picklist")),
        }
    }
}

fn written_as<'t>(text: &'t str, format: &Format) -> Cow<'t, str> {
    let mut out = String::new();
    match format {
        Format::Phone if text.contains(';') && text.contains(";ext=") => {
            return Cow::Owned(text.replacen(";ext=", " ext. ", 1));
        }
        Format::Day(pattern) if !pattern.is_empty() => date::write_day(text, pattern, &mut out),
        Format::Moment(pattern) if !pattern.is_empty() => {
            date::write_moment(text, pattern, &mut out)
        }
        Format::Flag(yes, no) => match text {
            "yes" => out.push_str(yes),
            "no" => out.push_str(no),
            _ => {}
        },
        Format::CountryName => return Cow::Borrowed(country::name_en(text).unwrap_or(text)),
        Format::RegionName => return Cow::Borrowed(region::name(text).unwrap_or(text)),
        Format::RegionCode => {
            let code = text
                .split_once('-')
                .filter(|(country, _)| country.len() == 2);
            return Cow::Borrowed(code.map_or(text, |(_, code)| code));
        }
        _ => {}
    }
    if out.is_empty() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out)
    }
}
