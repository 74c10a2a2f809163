// A button that makes a call test of a call and opens it: data-save-test is the call, data-api and data-page say where, data-failed what to say instead.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-save-test]');
  if (!button || button.disabled) return;
  button.disabled = true;
  const { saveTest: call, api, page, failed } = button.dataset;
  const answer = await fetch(`${api}/calls/${encodeURIComponent(call)}/test`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Callward': '1' }, body: '{}' }).catch(() => null);
  if (answer?.ok) {
    location.assign(`${page}?id=${(await answer.json()).test}`);
    return;
  }
  button.disabled = false;
  const said = button.nextElementSibling?.matches('[role=alert]') ? button.nextElementSibling : document.createElement('span');
  said.setAttribute('role', 'alert');
  said.className = 'cw-small';
  said.textContent = failed;
  button.after(said);
});
