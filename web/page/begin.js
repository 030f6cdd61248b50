// What the page does first, before anything is shown: it looks at what it has arrived
// with, and then loads <nn-play>, whose frame begins while the rest of the page comes.

import './arrival.js';
import '../element.js';
