import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'];

/** A real browser; CHROMIUM_PATH names another one than that of the development dependencies. */
export async function openBrowser(): Promise<Browser> {
  const told = process.env['CHROMIUM_PATH'];
  const executablePath = told !== undefined && existsSync(told) ? told : await chromium.executablePath();
  return driver.launch({ executablePath, args: ARGUMENTS, headless: true });
}
