//! What `make bench` loads beside plain JavaScript to time parsing and merging alone: the library with the flags of a
//! release, and no screen. Empty on the host.

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::offer();
}

#[cfg(target_arch = "wasm32")]
mod page {
    use js_sys::{Array, Reflect};
    use serde::Deserialize;
    use serde_json::value::RawValue;
    use sha2::{Digest, Sha256};
    use so_tien_do::domain::DeviceId;
    use so_tien_do::file::{Kind, PlanFile, Progress, open};
    use so_tien_do::workspace::{Action, Delivery, Import, Workspace};
    use std::hint::black_box;
    use wasm_bindgen::closure::Closure;

    #[derive(Deserialize)]
    struct Sealed<'a> {
        #[serde(borrow)]
        body: &'a RawValue,
    }

    /// Gives the page a function that takes a plan's file and a list of progress files, all as texts.
    pub(super) fn offer() {
        let measure = Closure::<dyn Fn(String, Array) -> Array>::new(|plan: String, files| {
            let [checked, merged] = measured(&plan, &files);
            Array::of2(&checked.into(), &merged.into())
        });
        let function = measure.into_js_value();
        Reflect::set(&js_sys::global(), &"mergeOurs".into(), &function).expect("a global");
    }

    /// Returns the milliseconds that checksums take, and those that parsing and merging take.
    fn measured(plan: &str, files: &Array) -> [f64; 2] {
        let texts: Vec<String> = files.iter().filter_map(|text| text.as_string()).collect();
        let bodies: Vec<&str> = texts.iter().map(|text| body(text)).collect();
        let mut workspace = with_plan(plan);
        let start = now();
        for body in &bodies {
            black_box(Sha256::digest(body));
        }
        let checked = now();
        let import = Import {
            deliveries: bodies.iter().flat_map(|body| deliveries(body)).collect(),
            ..Import::default()
        };
        let imported = workspace.apply(Action::Import(import), 0);
        let merged = now();
        imported.expect("records of the plan");
        assert_eq!(workspace.records.len(), texts.len());
        [checked - start, merged - checked]
    }

    fn body(text: &str) -> &str {
        let Sealed { body } = serde_json::from_str(text).expect("a sealed file");
        body.get()
    }

    fn with_plan(text: &str) -> Workspace {
        let PlanFile { plan, roster } = open(Kind::PlanFile, text).expect("a plan's file");
        let mut workspace = Workspace::empty(DeviceId::new("office"));
        workspace.add_plan(plan, roster);
        workspace
    }

    fn deliveries(body: &str) -> impl Iterator<Item = Delivery> {
        let Progress { parcels } = serde_json::from_str(body).expect("what units report");
        parcels.into_iter().map(|parcel| Delivery {
            parcel,
            written_at: 0,
            from: None,
        })
    }

    fn now() -> f64 {
        let performance = web_sys::window().and_then(|window| window.performance());
        performance.map_or(f64::NAN, |it| it.now())
    }
}
