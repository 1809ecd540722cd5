// Around textual-serve's terminal: the size of the text, the keyboard, the downloads, and what is said at the end.
"use strict";

(() => {
  const SIZES = [12, 14, 16, 18, 20, 24, 28, 32, 40];
  const NORMAL = 16;
  const terminal = document.getElementById("terminal");

  // --- the size of the text: asked for in the address, else the one chosen last -----------------------------------
  // A cookie keeps it, as local storage is another one at each port; it holds a number and nothing else.
  const chosen = document.cookie.match(/(?:^|; )jalon_text=(\d+)/);
  const asked = Number(new URLSearchParams(location.search).get("fontsize") || (chosen && chosen[1]) || NORMAL);
  const size = Math.min(Math.max(Math.round(asked) || NORMAL, SIZES[0]), SIZES[SIZES.length - 1]);

  function resizer(id, next) {
    const button = document.getElementById(id);
    button.disabled = next === undefined;
    button.addEventListener("click", () => {
      document.cookie = `jalon_text=${next}; path=/; max-age=31536000; samesite=strict`;
      location.replace("/");
    });
  }
  resizer("smaller", SIZES.filter((one) => one < size).pop());
  resizer("larger", SIZES.find((one) => one > size));

  // --- the keyboard: the first key goes to the app, without a click -----------------------------------------------
  function focusTerminal() {
    const keyboard = terminal.querySelector("textarea");
    if (keyboard && !document.body.classList.contains("-closed")) keyboard.focus({ preventScroll: true });
  }
  window.addEventListener("focus", focusTerminal);

  // --- the end: left by the person, or lost -------------------------------------------------------------------------
  function sayEnd(code) {
    const section = document.getElementById(code === 1000 ? "ended" : "lost");
    section.hidden = false;
    section.querySelector("a").focus();
  }
  window.WebSocket = class extends WebSocket {
    constructor(address) {
      super(address);
      this.addEventListener("open", focusTerminal);
      this.addEventListener("close", (event) => sayEnd(event.code));
    }
    // The terminal tells of its focus even before the app is there and after it is gone, which is an error.
    send(message) {
      if (this.readyState === WebSocket.OPEN) super.send(message);
    }
  };

  // --- a file is downloaded by a link: a new tab would flash, take the keyboard away, or be refused as a pop-up ------
  const openWindow = window.open.bind(window);
  window.open = (address, ...others) => {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith("/download/")) return openWindow(address, ...others);
    const link = document.createElement("a");
    link.href = url.href;
    link.download = "";
    link.click();
    return null;
  };

  // --- the terminal measures its letters once: the fonts come first ---------------------------------------------------
  terminal.dataset.fontSize = String(size);
  terminal.dataset.sessionWebsocketUrl = `ws://${location.host}/ws`;
  function loaded() {
    return document.readyState === "complete"
      ? Promise.resolve()
      : new Promise((done) => window.addEventListener("load", done, { once: true }));
  }
  function loadTerminal() {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = "/static/js/textual.js";
      script.addEventListener("load", done);
      document.head.append(script);
    });
  }
  const fonts = ["400", "700"].map((weight) => document.fonts.load(`${weight} ${size}px "Roboto Mono"`));
  Promise.all([...fonts, loaded()])
    .then(loadTerminal)
    .then(() => window.onload()); // textual-serve starts at the load of the page, which is over by now
})();
