// Drives @commercelayer/sdk against the sandbox.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.COMMERCE_LAYER_SDK, "beside.js"));
const { CommerceLayer } = require("@commercelayer/sdk");

assert.equal(typeof CommerceLayer, "function");
