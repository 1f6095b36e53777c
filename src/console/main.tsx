import { createRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import { signStyleSheets } from './nonce.ts';

signStyleSheets();
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(<Console />);
