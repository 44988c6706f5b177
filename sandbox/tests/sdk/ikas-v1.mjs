// Drives @ikas/api-client against v1 of the sandbox, by the operations that ikas generated into it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const { IKAS_V1_SDK: packages, API: graphApiUrl, TOKEN: accessToken } = process.env;
const require = createRequire(join(packages, "beside.js"));
const { ikasAdminGraphQLAPIClient } = require("@ikas/api-client");

const client = new ikasAdminGraphQLAPIClient({ graphApiUrl, accessToken });

// List, and who the token belongs to.
const before = await client.queries.listWebhook();
assert.ok(before.isSuccess, JSON.stringify(before));
assert.equal(before.data.length, 4);
const me = await client.queries.me();
assert.deepEqual(me.data.scopes, ["READ_ORDERS", "WRITE_ORDERS", "READ_PRODUCTS", "READ_CUSTOMERS"]);
const channels = await client.queries.listSalesChannel();
assert.deepEqual(channels.data.map((channel) => channel.type), ["STOREFRONT", "ADMIN"]);

// Save: what exists is replaced.
const scopes = [before.data[0].scope];
const input = { endpoint: "http://receiver.example/v1", scopes, salesChannelIds: [channels.data[1].id] };
const saved = await client.mutations.saveWebhook({ variables: { input } });
assert.ok(saved.isSuccess, JSON.stringify(saved));
assert.equal(saved.data.length, 1);
assert.equal(saved.data[0].id, before.data[0].id);
assert.equal(saved.data[0].createdAt, before.data[0].createdAt);
assert.ok(saved.data[0].updatedAt > before.data[0].updatedAt);

// Delete.
const deleted = await client.mutations.deleteWebhook({ variables: { scopes } });
assert.equal(deleted.data, true);
assert.deepEqual((await client.queries.listWebhook()).data, before.data.slice(1));
