// Every visible text whose contrast with what lies behind it is below 4.5 to 1, as "ratio: words".
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, index) => part * a + below[index] * (1 - a));
  const wall = rgba(getComputedStyle(document.documentElement).getPropertyValue("--wall").trim());
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), wall);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    const box = node.getBoundingClientRect();
    if (!texts.currentNode.data.trim() || !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !box.width) continue;
    if (node.closest("option, noscript, .skip-link, :disabled") || !/[\p{L}\p{N}]/u.test(texts.currentNode.data)) continue;
    const below = ground(node);
    const shades = [light(over(rgba(getComputedStyle(node).color), below)), light(below)].sort((one, other) => other - one);
    const ratio = (shades[0] + 0.05) / (shades[1] + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return found;
}
