
// Starts the console. The module's hash stands here and this file's hash in the page, so no byte of either can change unnoticed.
fetch(new URL("@MODULE@", import.meta.url), { credentials: "same-origin", integrity: "@INTEGRITY@" })
  .then(async (reply) => __wbg_init({ module_or_path: unpack(new Uint8Array(await reply.arrayBuffer())) }))
  .catch((error) => {
    console.error("Pegboard could not start.", error);
    document.getElementById("boot")?.setAttribute("data-failed", "");
  });
