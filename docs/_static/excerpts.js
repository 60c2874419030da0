"use strict";

// Sphinx fetches each page it has found to show an excerpt. A page that was opened from a folder may
// fetch nothing; the texts of all pages are in texts.js instead.
if (location.protocol === "file:") {
  const fetched = window.fetch;
  window.fetch = (address, ...more) => {
    const root = new URL(document.documentElement.dataset.content_root, location.href).href;
    const page = new URL(address, location.href).href.slice(root.length);
    return page in TEXTS ? Promise.resolve(new Response(TEXTS[page])) : fetched(address, ...more);
  };
}
