import type { Browser, BrowserServer } from 'playwright-core';

export function launchBrowser(args?: readonly string[]): Promise<Browser>;
export function launchBrowserServer(args?: readonly string[]): Promise<BrowserServer>;
