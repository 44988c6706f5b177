// Drives @ikas/admin-api-client against v2 of the sandbox. The package takes the address and has no
// operations of its own: apps generate them from documents, which are those of ikas's example here.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { IKAS_SDK: packages, API: graphApiUrl, TOKEN: accessToken, RECEIVED: received } = process.env;
const require = createRequire(join(packages, "beside.js"));
const {
  BaseGraphQLAPIClient,
  WebhookScope,
  getParsedIkasWebhookData,
  validateIkasWebhookSignature,
} = require("@ikas/admin-api-client");

const client = new BaseGraphQLAPIClient({ graphApiUrl, accessToken });
const document = (name) =>
  readFileSync(new URL(`../../../schema/ikas-v2/${name}.graphql`, import.meta.url), "utf8");
const list = (by = client) =>
  by.query({ query: document("listWebhook"), operationName: "listWebhook" });
const save = (input) =>
  client.mutate({
    mutation: document("saveWebhooks"),
    variables: { input },
    operationName: "saveWebhooks",
  });

// List.
const before = await list();
assert.ok(before.isSuccess);
assert.equal(before.data.length, 4);
assert.ok(before.data.every((webhook) => new Date(webhook.createdAt).getFullYear() === 2025));

// Save: two scopes, two rows.
const endpoint = "https://receiver.example/sdk";
const scopes = [WebhookScope.PRODUCT_CREATED, WebhookScope.PRODUCT_UPDATED];
const saved = await save({ endpoint, salesChannelIds: [], scopes });
assert.ok(saved.isSuccess);
assert.deepEqual(saved.data.map((webhook) => webhook.scope), scopes);
assert.ok(saved.data.every((webhook) => webhook.endpoint === endpoint && !webhook.deleted));
assert.deepEqual((await list()).data, [...before.data, ...saved.data]);

// Refusals arrive as the client's own results.
const code = (result) => result.errors[0].extensions.code;
assert.equal(code(await save({ endpoint, scopes: [WebhookScope.APP_DELETED] })), "INVALID_SCOPE");
assert.equal(code(await save({ endpoint: "http://a.example.com", scopes })), "ARGUMENT_VALIDATION_ERROR");
const stranger = new BaseGraphQLAPIClient({ graphApiUrl, accessToken: "unknown" });
const refused = await list(stranger);
assert.equal(refused.isSuccess, false);
assert.equal(code(refused), "LOGIN_REQUIRED");

// Delete.
const deleted = await client.mutate({
  mutation: document("deleteWebhook"),
  variables: { scopes },
  operationName: "deleteWebhook",
});
assert.ok(deleted.isSuccess);
assert.equal(deleted.data, true);
assert.deepEqual((await list()).data, before.data);

// A delivery that the sandbox made is what the client takes for signed by ikas.
const secret = "ikas-test-client-secret";
const envelope = JSON.parse(received);
assert.ok(validateIkasWebhookSignature(envelope, secret));
assert.ok(!validateIkasWebhookSignature(envelope, "another secret"));
assert.deepEqual(getParsedIkasWebhookData(envelope, secret), { id: "o1", name: "Çay — Özel ☕" });
