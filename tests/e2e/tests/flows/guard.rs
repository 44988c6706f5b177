//! The guard itself: what is planted is found.

use e2e::{
    Door, Finding, Scene, Stage,
    pages::connect::{Mode, connect},
};
use sandbox::happycolis::INTEGRATION_TOKEN;

#[tokio::test]
async fn a_planted_policy_violation_is_found() {
    let plant = "const image = document.createElement('img'); image.src = 'https://elsewhere.example/pixel.png'; document.body.append(image);";
    let findings = Scene::new(Door::Relay)
        .findings(async |stage| {
            stage.page.script(plant).await;
        })
        .await;
    assert!(
        findings
            .iter()
            .any(|finding| matches!(finding, Finding::Violation(what) if what.contains("img-src"))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn a_planted_token_is_found_wherever_it_is() {
    let plants = [
        ("localStorage.setItem('x', TOKEN)", "localStorage x"),
        ("sessionStorage.setItem('x', TOKEN)", "sessionStorage x"),
        ("document.title = TOKEN", "the title"),
        ("location.hash = TOKEN", "the URL"),
        ("document.body.dataset.x = TOKEN", "the DOM"),
        ("document.body.append(TOKEN)", "the text of the page"),
        ("console.log(TOKEN)", "the console"),
        (
            "indexedDB.open(TOKEN).onsuccess = () => done()",
            "IndexedDB",
        ),
    ];
    let findings = Scene::new(Door::Relay)
        .findings(async |stage| {
            connect(&stage.page, Mode::Integration).await;
            stage.look().await;
            for (plant, _) in plants {
                let plant = plant.replace("TOKEN", &format!("'{INTEGRATION_TOKEN}'"));
                let waits = if plant.contains("done()") {
                    ""
                } else {
                    "done()"
                };
                stage
                    .page
                    .ask(&format!("const done = arguments[0]; {plant}; {waits}"))
                    .await;
            }
        })
        .await;
    for (_, place) in plants {
        let leak = Finding::Leak(place.to_owned());
        assert!(
            findings.contains(&leak),
            "{leak} was not found among {findings:?}"
        );
    }
}

#[tokio::test]
async fn a_planted_console_error_and_a_foreign_request_are_found() {
    let plant = "console.error('planted'); location.href = 'http://127.0.0.2:9/';";
    let leave_and_return = async |stage: &Stage| {
        stage.page.script(plant).await;
        stage.page.open(&stage.address).await;
    };
    let findings = Scene::new(Door::Relay).findings(leave_and_return).await;
    assert!(
        findings
            .iter()
            .any(|finding| matches!(finding, Finding::Console(line) if line.contains("planted"))),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|finding| matches!(finding, Finding::Foreign(_))),
        "{findings:?}"
    );
}
