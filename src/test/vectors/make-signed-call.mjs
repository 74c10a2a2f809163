// Makes src/test/resources/signed-call.json: the example call as Twilio would send it, once by POST and once by GET, signed by Twilio's own
// package and not by ours. Needs Node 20 and, in any folder, `npm install twilio@6.2.0`; then: node make-signed-call.mjs FOLDER > ../resources/signed-call.json
import { createRequire } from 'node:module';
const { getExpectedTwilioSignature: sign } = createRequire(process.argv[2] + '/')('twilio');

const origin = 'https://desk.example.test';
const token = 'd1a5e0b3c4f2496786a9b0c1d2e3f405';
const account = 'AC00000000000000000000000000000042';
const line = '+15550100100';
const john = '+15550101234';

function call(sid, method) {
  const common = {
    AccountSid: account, ApiVersion: '2010-04-01', CallSid: sid, CallStatus: 'in-progress', Called: line, Caller: john, Direction: 'inbound',
    From: john, To: line, FromCity: 'M\u00fcnchen & Umgebung', FromCountry: 'US', FromState: '', FromZip: '94016', CallerCountry: 'US',
  };
  const recording = { RecordingSid: 'RE' + sid.slice(2), RecordingUrl: `https://api.example.test/2010-04-01/Accounts/${account}/Recordings/RE${sid.slice(2)}` };
  const dialled = n => ({ DialCallStatus: 'no-answer', DialBridged: 'false', DialCallSid: 'CA' + sid.slice(3) + n });
  const steps = [
    ['/twilio/voice', { CallStatus: 'ringing' }, ['press 1']],
    ['/twilio/entered/1', { Digits: '1', FinishedOnKey: '' }, ['ticket number']],
    ['/twilio/entered/2', { Digits: '1234', FinishedOnKey: '#' }, ['Hello John Doe', '1 2 3 4', '+15550100201']],
    ['/twilio/dialled/3', dialled(1), ['+15550100202']],
    ['/twilio/dialled/4', dialled(2), ['+15550100203']],
    ['/twilio/dialled/5', dialled(3), ['leave a message', '<Record']],
    ['/twilio/recorded/6', { ...recording, RecordingDuration: '7', Digits: '#' }, ['Thank you']],
    ['/twilio/ended', { CallStatus: 'completed', CallDuration: '63', Duration: '2', SequenceNumber: '0', CallbackSource: 'call-progress-events' }, []],
  ];
  return steps.map(([path, more, hears]) => {
    const parameters = { ...common, ...more };
    const form = new URLSearchParams(parameters).toString();
    const target = method === 'GET' ? `${path}?${form}` : path;
    return { method, target, body: method === 'GET' ? '' : form, hears, signature: sign(token, origin + target, method === 'GET' ? {} : parameters) };
  });
}

console.log(JSON.stringify({
  origin, token, account,
  calls: [call('CA0000000000000000000000000000a001', 'POST'), call('CA0000000000000000000000000000b002', 'GET')],
  fresh: Array.from({ length: 12 }, (none, n) => call(`CA0000000000000000000000000000c00${(n + 1).toString(16)}`, 'POST')),
}, null, 1));
