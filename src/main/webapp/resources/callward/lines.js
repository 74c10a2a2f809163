// The carrier is asked in the background: the list shows how far it has come, and is read anew when something has.
const list = document.getElementById('lines');
const waiting = () => list.querySelectorAll('[data-wanted="true"]');

async function look() {
  const answer = await fetch(`${list.dataset.api}?size=100`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const known = new Map((await answer.json()).items.map(line => [String(line.id), line]));
  const moved = [...waiting()].some(row => {
    const line = known.get(row.dataset.line);
    return !line || !line.wanted || (line.problem && !row.querySelector('[data-tone="bad"]'));
  });
  if (moved) location.reload(); else setTimeout(look, 1500);
}

if (list && waiting().length) setTimeout(look, 1500);
