// Puts the pad over the large picture of the canvas, where that shows the plane of
// the points, with its tools below it; elsewhere it stays in the panel.

/** @import { NNPlay } from '../../element.js' */
/** @import { Box, CanvasEvent } from '../../shared/canvas.d.ts' */

/** How far below the picture the tools float: its axis and the scale of colors stay free. */
const below = 46;

/** And how high they are, with some room. */
const high = 44;

/** Where they float if there is too little: in the row of the frame's own tools, left of the choice of a space. */
const row = { top: 4, right: 176 };

/** How high the words are that stand in place of the picture's title. */
const says = 34;

/** Where the network is above the picture, they float on its upper edge. */
const above = 40;

/**
 * @param {NNPlay} player
 * @param {() => void} changed is called when the picture has come or gone, or has moved
 */
export function watchPicture(player, changed) {
  const frame = /** @type {HTMLElement} */ (document.querySelector('.canvas-frame'));
  /** @type {Box | null} */
  let picture = null;
  let stacked = false; // the network is above it
  let warped = false; // it shows the space of a hidden layer

  player.addEventListener('message', ({ detail: message }) => {
    const event = message.type === 'canvas' ? /** @type {CanvasEvent} */ (message.event) : null;
    if (message.type === 'warped') warped = message.layer > 0;
    else if (event?.type === 'layout') [picture, stacked] = [event.panel.width > 0 ? event.panel : null, event.stacked];
    else return;
    changed();
  });

  return {
    /** Whether there is a picture to draw on. */
    shows: () => picture !== null && !warped,

    /**
     * Puts an element over the picture.
     * @param {HTMLElement} board
     */
    cover(board) {
      if (picture === null) return;
      if (board.parentElement !== frame) frame.append(board);
      const [left, top] = [player.offsetLeft + picture.x, player.offsetTop + picture.y];
      const room = top + picture.height + below + high <= frame.clientHeight;
      const right = frame.clientWidth - left - picture.width;
      const inRow = !room && !stacked;
      board.classList.toggle('says-inside', stacked || inRow && top < row.top + high + says);
      const zoom = Number(player.getAttribute('zoom') ?? 1);
      const places = {
        left, top, side: picture.width, right,
        tools: room ? top + picture.height + below : inRow ? row.top : top - above,
        'tools-right': inRow ? row.right * zoom : right,
      };
      for (const [name, value] of Object.entries(places)) board.style.setProperty(`--${name}`, `${value}px`);
    },
  };
}
