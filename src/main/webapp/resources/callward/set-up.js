// The browser knows where its user lives: propose that, and leave what somebody typed.
const company = document.querySelector('[data-up="company"]');
if (company) {
  const zone = company.querySelector('[id$="time-zone"]');
  const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !zone.value && guess) zone.value = guess;
  const country = company.querySelector('select[id$="country"]');
  const region = new Intl.Locale(navigator.language).region;
  if (country && !country.value && region && [...country.options].some(option => option.value === region)) country.value = region;
}
