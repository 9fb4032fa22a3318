// What makes the page scroll sideways: the outermost elements that reach beyond the screen's right edge.
if (document.scrollingElement.scrollWidth <= innerWidth) return [];
const beyond = (element) => element.getBoundingClientRect().right > innerWidth + 1;
return [...document.body.querySelectorAll("*")]
  .filter((element) => beyond(element) && !beyond(element.parentElement))
  .map((element) => `${Math.round(element.getBoundingClientRect().right)} px: ${element.outerHTML.slice(0, 120)}`)
  .concat(`the page is ${document.scrollingElement.scrollWidth} px wide, the screen ${innerWidth} px`);
