/** In a page: has what hostile texts call tell of itself. */
export const plantCanary = (): void => {
  const canary = (): void => {
    (window as unknown as { ran: number }).ran++;
  };
  Object.assign(window, { ran: 0, xssAttack: canary, alert: canary });
};

/** In a page: what of its elements nobody has put there, what handlers or addresses those below `root` have, and what ran. */
export const harmIn = (root: string) => ({
  // But for the script that is the page's own.
  foreign: [...document.querySelectorAll('body *')]
    .filter((each) => each !== document.querySelector('body > script[type=module]'))
    .map(({ localName }) => localName.toLowerCase())
    .filter((name) =>
      ['img', 'image', 'a', 'b', 'iframe', 'object', 'embed', 'foreignobject', 'link', 'style', 'script'].includes(
        name,
      ),
    ),
  handlers: [...document.querySelectorAll(`${root} *`)].flatMap((each) =>
    each.getAttributeNames().filter((name) => name.startsWith('on') || name.includes('href')),
  ),
  ran: (window as unknown as { ran: number }).ran,
});

/** What `harmIn` finds where there is none. */
export const NO_HARM = { foreign: [], handlers: [], ran: 0 };
