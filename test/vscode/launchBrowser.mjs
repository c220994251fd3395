import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { npmChromium } from './npmChromium.mjs';

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Starts a headless Chromium: $CHROMIUM, else the one from npm, else the system's. */
export const launchBrowser = (args = ['--disable-gpu']) => chromium.launch(launchOptions(args));

/** The same as a browser that several processes may connect to, at `wsEndpoint()`. */
export const launchBrowserServer = (args = ['--disable-gpu']) => chromium.launchServer(launchOptions(args));

function launchOptions(args) {
  return {
    ...find(),
    args: [
      '--no-sandbox', // there is none for root in a container
      '--no-first-run',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-features=LocalNetworkAccessChecks', // else the workbench may not speak to 127.0.0.1
      // a webview's files are served by a service worker under this name; nothing may ask the real one
      '--host-resolver-rules=MAP *.vscode-cdn.net 127.0.0.1, MAP open-vsx.org ~NOTFOUND',
      ...args,
    ],
  };
}

function find() {
  if (process.env.CHROMIUM) return { executablePath: process.env.CHROMIUM };
  const fromNpm = npmChromium();
  if (fromNpm) return fromNpm;
  const installed = SYSTEM.map(name => `/usr/bin/${name}`).find(file => fs.existsSync(file));
  if (installed) return { executablePath: installed };
  throw new Error('no Chromium found: install the package chromium, or set CHROMIUM to the path of one');
}
