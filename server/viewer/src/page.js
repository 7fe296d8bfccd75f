// Small pieces of page.

export const byId = (id) => document.getElementById(id);

/** element('p', { class: 'note' }, 'text', child…); a null child is left out. Text is always text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Runs `work` once calls have ceased for `delay` milliseconds. */
export function settled(work, delay) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** The latest call wins: earlier ones are aborted and their results dropped. */
export function latest(work) {
  let running;
  return async (...given) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      return await work(mine.signal, ...given);
    } catch (error) {
      if (error.name === 'AbortError' || running !== mine) return undefined;
      throw error;
    }
  };
}
