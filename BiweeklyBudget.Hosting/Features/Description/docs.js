// Shows the description of the HTTP interface. Everything that is shown comes from here: nothing is fetched from elsewhere. Nothing is sent either: a request that is tried out would change the household's
// real data.
const place = document.getElementById('bb-description');
const address = place.dataset.source;

place.replaceChildren();
window.Scalar.createApiReference(place, {
  url: address,
  agent: { disabled: true },
  hideClientButton: true,
  hideTestRequestButton: true,
  showDeveloperTools: 'never',
  telemetry: false,
  withDefaultFonts: false,
});
