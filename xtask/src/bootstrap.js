
// Starts the console. The module's hash stands here and this file's hash in the page, so no byte of either can change unnoticed.
// A stylesheet that was refused for its hash has no rules; scripts of this kind run when every stylesheet has been judged.
(async () => {
  if (![...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)) throw new Error("The stylesheet is missing or damaged.");
  const served = await fetch(new URL("@MODULE@", import.meta.url), { credentials: "same-origin", integrity: "@INTEGRITY@" });
  await __wbg_init({ module_or_path: unpack(new Uint8Array(await served.arrayBuffer())) });
})().catch((error) => {
  console.error("Pegboard could not start.", error);
  document.getElementById("boot")?.setAttribute("data-failed", "");
});
