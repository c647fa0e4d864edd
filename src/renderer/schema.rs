//! `outage-timeline schema`: the JSON Schema of the JSON, made from the types that write it.

use schemars::generate::SchemaSettings;

use super::json::Output;

/// The schema as text. A field is required where the JSON always has it.
pub fn write() -> String {
    let schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Output>();
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON already");
    text + "\n"
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::renderer::{json as written, sample};

    fn validator() -> jsonschema::Validator {
        let schema: Value = serde_json::from_str(&write()).expect("JSON");
        jsonschema::validator_for(&schema).expect("a schema")
    }

    fn document() -> Value {
        serde_json::from_str(include_str!("json/sample.json")).expect("JSON")
    }

    #[test]
    fn the_document_that_other_programs_were_promised_is_valid_and_read_back_whole() {
        let promised = document();
        let errors: Vec<String> = validator()
            .iter_errors(&promised)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        let output: Output = serde_json::from_value(promised.clone()).expect("our own form");
        assert_eq!(serde_json::to_value(output).expect("JSON"), promised);
    }

    #[test]
    fn what_the_program_writes_is_valid_and_read_back_the_same() {
        for timeline in [sample::article(), sample::every_case(), sample::floating()] {
            for explain in [false, true] {
                let mut text = Vec::new();
                written::write(&timeline, &[], explain, &mut text).expect("memory");
                let text = String::from_utf8(text).expect("text");
                let value: Value = serde_json::from_str(&text).expect("JSON");
                let errors: Vec<String> = validator().iter_errors(&value).map(|error| error.to_string()).collect();
                assert_eq!(errors, Vec::<String>::new());
                let read: Output = serde_json::from_str(&text).expect("our own form");
                assert_eq!(read, Output::new(&timeline, explain));
            }
        }
    }

    #[test]
    fn a_document_that_breaks_the_promise_is_refused() {
        let validator = validator();
        for (pointer, wrong) in [
            ("/schema", json!("outage-timeline/2")),
            ("/events/0/phase", json!("exploded")),
            ("/events/0/precision", json!("fortnight")),
            ("/events/0/sources/0/mention", json!([1])),
            ("/events/0/basis/zone", json!("guess")),
        ] {
            let mut broken = document();
            *broken.pointer_mut(pointer).expect("in the document") = wrong;
            assert!(!validator.is_valid(&broken), "{pointer}");
        }
        for field in ["value", "start", "end", "incident", "summary"] {
            let mut broken = document();
            broken["events"][0].as_object_mut().expect("an event").remove(field);
            assert!(!validator.is_valid(&broken), "without {field}");
        }
    }
}
