//! What stands on every document of an office.

use crate::json::from_json;
use serde::Serialize;

/// Whose rules on the form of documents hold: those of the Party or those of the state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    #[default]
    Party,
    State,
}

/// How an office heads and signs its documents, each part empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    pub form: Form,
    /// The office above the issuer.
    pub above: String,
    pub issuer: String,
    /// Number and sign, such as "Số     -BC/ĐU".
    pub number: String,
    pub place: String,
    /// A line each.
    pub recipients: String,
    /// Who signs: "T/M BAN THƯỜNG VỤ", "BÍ THƯ", and the name.
    pub behalf: String,
    pub role: String,
    pub signer: String,
}

from_json!(Form { "party" => Party, "state" => State });
from_json!(Letterhead { form; above, issuer, number, place, recipients, behalf, role, signer });
