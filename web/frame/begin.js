// What the frame does first: it starts the trainer, while all that shows what is
// trained is still on its way. It imports next to nothing, so that nothing is waited for.

import { startTrainer } from './trainer.js';

export const trainer = startTrainer(new URL('./', document.baseURI)); // the document lies at the site's root
