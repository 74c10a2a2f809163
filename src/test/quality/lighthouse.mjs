// Called by ./lighthouse. Prints performance, accessibility and best practices of each page; fails below the figures of CONTRIBUTING.md.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_MODULES);
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(require.resolve('lighthouse')));
const chromeLauncher = await import(pathToFileURL(require.resolve('chrome-launcher')));

const [origin, user, password, ...asked] = process.argv.slice(2);
const paths = asked.length ? asked : ['/desk/', '/calls/', '/voicemail/', '/customers/', '/tickets/', '/lines/', '/scripts/', '/greetings/', '/simulator/', '/settings/', '/reference/'];
const least = { performance: 0.95, accessibility: 1, 'best-practices': 1 };

async function signIn() {
  const page = await fetch(`${origin}/sign-in`);
  const cookie = answer => answer.headers.getSetCookie().map(one => one.split(';')[0]).join('; ');
  const html = await page.text();
  const field = name => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ door: 'door', 'door:username': user, 'door:password': password, 'door:enter': '', 'jakarta.faces.ViewState': field('jakarta.faces.ViewState') });
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, headers: { Cookie: cookie(page) }, redirect: 'manual' });
  if (answer.status !== 302) throw new Error('the sign-in was refused');
  return cookie(answer) || cookie(page);
}

const cookie = await signIn();
const chrome = await chromeLauncher.launch({ chromePath: process.env.CHROME_PATH, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
let missed = 0;
console.log('performance  accessibility  best practices  page');
for (const path of paths) {
  const { lhr } = await lighthouse(origin + path, { port: chrome.port, onlyCategories: Object.keys(least), extraHeaders: { Cookie: cookie }, logLevel: 'error' }, desktopConfig);
  const figures = Object.entries(least).map(([category, wanted]) => ({ score: lhr.categories[category].score, wanted }));
  missed += figures.filter(({ score, wanted }) => score === null || score < wanted).length;
  console.log(figures.map(({ score, wanted }) => `${score?.toFixed(2)}${score >= wanted ? ' ' : '!'}`.padEnd(13)).join('  '), lhr.finalDisplayedUrl.replace(origin, ''));
  for (const [category, wanted] of Object.entries(least)) {
    if (lhr.categories[category].score >= wanted) continue;
    for (const { id, weight } of lhr.categories[category].auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`    ${id}: ${audit.displayValue ?? audit.title}`);
    }
  }
}
await chrome.kill();
process.exitCode = missed ? 1 : 0;
