// Drives @commercelayer/sdk against the sandbox. The SDK always calls https://{slug}.commercelayer.io;
// the `fetch` of its own configuration takes it to the sandbox instead.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const { COMMERCE_LAYER_SDK: packages, API: api, TOKEN: accessToken } = process.env;
const require = createRequire(join(packages, "beside.js"));
const { CommerceLayer } = require("@commercelayer/sdk/bundle");
const { CommerceLayerStatic } = require("@commercelayer/sdk");

const organization = "yourdomain";
const cl = CommerceLayer({
  organization,
  accessToken,
  fetch: (address, init) => {
    const url = new URL(address);
    assert.equal(url.host, `${organization}.commercelayer.io`);
    return fetch(`${api}${url.pathname.slice("/api".length)}${url.search}`, init);
  },
});

// List: every page, without the secrets.
const listed = [];
for (let number = 1, pages = 1; number <= pages; number += 1) {
  const page = await cl.webhooks.list({
    fields: { webhooks: ["name", "topic", "circuit_state", "circuit_failure_count", "disabled_at"] },
    sort: { created_at: "desc" },
    pageNumber: number,
    pageSize: 25,
  });
  pages = page.meta.pageCount;
  listed.push(...page);
  assert.equal(page.meta.recordCount, 34);
}
assert.equal(new Set(listed.map((webhook) => webhook.id)).size, 34);
assert.ok(listed.every((webhook) => webhook.type === "webhooks" && !("shared_secret" in webhook)));
assert.deepEqual(
  [...new Set(listed.map((webhook) => webhook.circuit_state))].sort(),
  ["closed", "open"],
);
const found = await cl.webhooks.list({ filters: { topic_eq: "orders.place" } });
assert.deepEqual(Array.from(found, (webhook) => webhook.topic), ["orders.place", "orders.place"]);

// Create.
const created = await cl.webhooks.create({
  name: "From the SDK",
  topic: "orders.approve",
  callback_url: "https://receiver.example/sdk",
  include_resources: ["customer"],
  metadata: { foo: "bar" },
});
assert.match(created.id, /^[A-Za-z]{10}$/);
assert.match(created.shared_secret, /^[0-9a-f]{32}$/);
assert.equal(created.circuit_state, "closed");
assert.equal(created.circuit_failure_count, 0);
assert.equal(created.disabled_at, null);
assert.deepEqual(created.include_resources, ["customer"]);
assert.deepEqual(created.metadata, { foo: "bar" });

// Update, and the actions.
const updated = await cl.webhooks.update({ id: created.id, topic: "orders.place", name: null });
assert.equal(updated.topic, "orders.place");
assert.equal(updated.name, null);
assert.equal(updated.shared_secret, created.shared_secret);
assert.equal(updated.created_at, created.created_at);
assert.ok((await cl.webhooks._disable(created.id)).disabled_at);
assert.equal((await cl.webhooks._enable(created.id)).disabled_at, null);
const broken = listed.find((webhook) => webhook.circuit_state === "open");
const reset = await cl.webhooks._reset_circuit(broken.id);
assert.deepEqual([reset.circuit_state, reset.circuit_failure_count], ["closed", 0]);

// Event callbacks of one webhook.
const logged = listed.find((webhook) => webhook.name === "ERP: refunds");
const callbacks = await cl.event_callbacks.list({
  filters: { webhook_id_eq: logged.id },
  sort: { created_at: "desc" },
  pageSize: 25,
});
assert.deepEqual(
  Array.from(callbacks, (callback) => callback.response_code),
  ["500", "500", "500", null, "500", "500", "500", "200", "200"],
);

// Refusals arrive as the SDK's own errors.
const refused = async (call) => {
  try {
    await call;
  } catch (error) {
    assert.ok(CommerceLayerStatic.isApiError(error), String(error));
    return error;
  }
  assert.fail("nothing was refused");
};
const blank = await refused(cl.webhooks.create({ topic: "", callback_url: "https://a.example.com" }));
assert.equal(blank.status, 422);
assert.equal(blank.first().source.pointer, "/data/attributes/topic");

// Delete.
await cl.webhooks.delete(created.id);
const gone = await refused(cl.webhooks.retrieve(created.id));
assert.deepEqual([gone.status, gone.first().code], [404, "RECORD_NOT_FOUND"]);
