// Shows the description of the HTTP interface. Everything that is shown comes from here: nothing is fetched from elsewhere, and nothing is sent anywhere.
const place = document.getElementById('bb-description');
const address = place.dataset.source;

place.replaceChildren();
window.Scalar.createApiReference(place, {
  url: address,
  agent: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  telemetry: false,
  withDefaultFonts: false,
});
