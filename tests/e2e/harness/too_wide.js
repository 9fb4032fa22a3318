// What makes the page scroll sideways: the outermost elements that reach beyond the screen's right edge.
// The width of the screen's content; `innerWidth` grows on phones with what is too wide.
const width = document.documentElement.clientWidth;
if (document.scrollingElement.scrollWidth <= width) return [];
const beyond = (element) => element.getBoundingClientRect().right > width + 1;
return [...document.body.querySelectorAll("*")]
  .filter((element) => beyond(element) && !beyond(element.parentElement))
  .map((element) => `${Math.round(element.getBoundingClientRect().right)} px: ${element.outerHTML.slice(0, 120)}`)
  .concat(`the page is ${document.scrollingElement.scrollWidth} px wide, the screen ${width} px`);
