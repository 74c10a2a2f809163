// A calendar's page: Monday's hours for the other working days, and a field for the end of the switch only where it is wanted.
const copy = document.querySelector('[data-do="copy"]');
copy?.addEventListener('click', () => {
  const field = day => document.getElementById('calendar:' + day);
  for (const day of ['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']) field(day).value = field('MONDAY').value;
  copy.nextElementSibling.textContent = copy.dataset.done;
});

const end = document.querySelector('.hours-hand select[name="end"]');
if (end) {
  const show = () => { end.form.dataset.end = end.value; };
  end.addEventListener('change', show);
  show();
}
