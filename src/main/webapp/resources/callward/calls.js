// A call's page leads back to the list as it was left.
try {
  sessionStorage.setItem('callward.calls', location.search);
} catch { /* not kept, works all the same */ }
