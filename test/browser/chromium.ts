import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** Where systems put a Chromium, Debian's first. */
const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Path of the browser for the stories: `CHROMIUM_PATH`, the system's, the one of an npm package.
 *
 * @throws Error that says what to install, so that stories never pass by not being run.
 */
async function getChromiumPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there`)
  }
  const installed = usualPaths.find((path) => existsSync(path))
  if (installed !== undefined) return installed
  try {
    return await packaged.executablePath()
  } catch (cause) {
    throw new Error(
      'no Chromium for the browser stories: install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH',
      { cause },
    )
  }
}

/** Starts the browser, in which nothing calls home. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await getChromiumPath()
  try {
    return await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  } catch (cause) {
    throw new Error(`the Chromium at ${executablePath} does not start`, { cause })
  }
}
