// Copying what is shown once: a link, a token.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener('focus', () => field.select());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.querySelector('[aria-live]').textContent = button.dataset.done;
    } catch {
      field.focus(); // no clipboard without TLS: it is selected, the keyboard copies it
    }
  });
}
document.querySelector('[data-people="secret"]')?.focus();

// Our policy lets no form end at another site: the page that answers the form leads on.
const onward = document.querySelector('[data-people="go"]');
if (onward) location.assign(onward.href);
