// Makes src/test/resources/signature-vectors.json with the signer of the carrier's own npm package, so that our signer and
// our validator are checked against somebody else's code.
//
//   npm install twilio@6.2.0 && node make-signature-vectors.mjs > ../resources/signature-vectors.json
//
// Each vector: method, the URL as configured at the carrier (url), the URL that is signed (signedUrl), the body's fields in
// the order they are sent (names may repeat), for JSON the raw body, the token, and the signature.
import { createRequire } from 'node:module';
const { getExpectedTwilioSignature, getExpectedBodyHash } = createRequire(import.meta.url)('twilio/lib/webhooks/webhooks.js');

let seed = 20261121; // always the same vectors
const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 4294967296;
const below = n => Math.floor(next() * n);
const pick = list => list[below(list.length)];
const hex = n => Array.from({ length: n }, () => '0123456789abcdef'[below(16)]).join('');

const VALUES = ['', ' ', '  two  spaces  ', '+15551110001', '1234#', 'Grüße aus Köln', '¿Qué tal, señor?', '電話をかける', '🙂 ok', 'a&b=c', '100%', '%41',
  "O'Neil", '"quoted"', 'a+b c', 'line\nbreak', 'tab\there', '<Say>Hi</Say>', 'x;y', 'ünïcödé', 'e\u0301 (combining)', 'null', '0', '~-_.!*()', '\\', '/a//b', 'client:tom',
  'sip:tom@example.com;transport=tls', 'Sat, 21 Nov 2026 09:00:00 +0000', 'no-answer', 'true'];
const NAMES = ['CallSid', 'From', 'To', 'Digits', 'SpeechResult', 'FromCity', 'ToCity', 'CallStatus', 'DialCallStatus', 'DialBridged', 'Caller', 'Called', 'ABC', 'abc', 'aBc', 'Z', 'a',
  'SipHeader_X-Id', 'AddOns', 'FrömCity', 'Media.Url', 'MessagingBinding.Address', 'empty', 'RecordingUrl', 'ErrorCode', 'A', 'AA', 'A1', 'a-b', 'a_b'];
const HOSTS = ['example.com', 'desk.example.com', 'xn--mnchen-3ya.example', '127.0.0.1', '[::1]'];
const PATHS = ['/', '', '/twilio/voice', '/twilio/voice/', '/twilio//voice', '/a/b.c-d_e/CA0123', '/m%C3%BCnchen', '/a%20b', '/%2F', '/twilio/offer/3/answer'];
const QUERIES = ['', '?', '?a=1', '?a=1&b=2', '?b=2&a=1', '?a=1&a=2', '?a', '?a=&b', '?n=%2B15551110001', '?q=a%20b', '?q=a+b', '?q=%27', '?q=caf%C3%A9', '?u=https%3A%2F%2Fx.example%2F%3Fa%3D1', '?a=1&&b=2', '?x=~!*()'];

function url(scheme, port) {
  const host = pick(HOSTS), rest = pick(PATHS) + pick(QUERIES);
  const configured = `${scheme}://${host}${port}${rest}`;
  return { url: configured, signedUrl: scheme === 'https' ? `https://${host}${rest}` : configured };
}
const address = () => pick([() => url('https', ''), () => url('https', ':8443'), () => url('https', ':443'), () => url('http', ''), () => url('http', ':8080')])();
// a form as the package's own function takes it: one value as text, several as a list
const asObject = fields => fields.reduce((form, [name, value]) => ({ ...form, [name]: name in form ? [].concat(form[name], value) : value }), {});

const vectors = [];
function add(name, method, token, where, fields, more = {}) {
  vectors.push({ name, method, token, ...where, fields, ...more, signature: getExpectedTwilioSignature(token, where.signedUrl, asObject(fields)) });
}

const call = caller => [['CallSid', 'CA1234567890ABCDE'], ['Caller', caller], ['Digits', '1234'], ['From', caller], ['To', '+18005551212']];
const page = u => ({ url: u, signedUrl: u });
add("Twilio's libraries", 'POST', '12345', page('https://mycompany.com/myapp.php?foo=1&bar=2'), call('+14158675309'));
add("Twilio's security page", 'POST', '12345', page('https://example.com/myapp.php?foo=1&bar=2'), call('+14158675310'));
add("Twilio's array", 'POST', '12345', page('https://mycompany.com/myapp.php?foo=1&bar=2'), [['MessagingBinding.Address', '+1325xxxxxxx'], ['MessagingBinding.Address', '+1415xxxxxxx']]);
add("Twilio's doubled values", 'POST', '12345', page('https://mycompany.com/myapp.php?foo=1&bar=2'), [['Sid', 'CA123'], ['SidAccount', 'AC123'], ['Digits', '5678'], ['Digits', '1234'], ['Digits', '1234']]);
VALUES.forEach((value, i) => add(`value ${i}`, 'POST', hex(32), address(), [['CallSid', 'CA' + hex(32)], ['SpeechResult', value]]));
PATHS.forEach((path, i) => QUERIES.forEach((query, j) => {
  if (j % 4 === i % 4) add(`address ${i}/${j}`, 'GET', hex(32), page(`https://desk.example.com${path}${query}`), []);
}));
for (let i = 0; i < 120; i++) {
  const fields = Array.from({ length: below(30) }, () => [pick(NAMES) + (below(3) ? '' : below(5)), pick(VALUES)]);
  add(`form ${i}`, 'POST', hex(32), address(), fields);
}
for (let i = 0; i < 60; i++) {
  const name = pick(NAMES);
  const fields = Array.from({ length: 2 + below(5) }, () => [name, pick(VALUES)]).concat([[pick(NAMES) + 'x', 'y']]);
  add(`repeated ${i}`, 'POST', hex(32), address(), fields);
}
for (let i = 0; i < 60; i++) {
  const query = Array.from({ length: 1 + below(8) }, () => encodeURIComponent(pick(NAMES)) + '=' + encodeURIComponent(pick(VALUES))).join('&');
  add(`get ${i}`, 'GET', hex(32), page(`https://desk.example.com/twilio/voice?${query}`), []);
}
for (let i = 0; i < 30; i++) {
  const body = JSON.stringify({ a: pick(VALUES), b: [pick(VALUES), i] });
  const where = page(`https://desk.example.com/twilio/events?x=${i}&bodySHA256=${getExpectedBodyHash(body)}`);
  add(`json ${i}`, 'POST', hex(32), where, [], { body, contentType: 'application/json' });
}
console.log(JSON.stringify({ madeWith: 'npm twilio 6.2.0, make-signature-vectors.mjs', vectors }, null, 1));
