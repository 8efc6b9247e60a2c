import { createRoot } from 'react-dom/client';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/forms.css';
import '../../components/messages.css';
import '../../components/card.css';
import '../../components/chooser.css';
import '../../components/held.css';
import '../../components/enrol.css';
import '../../components/ways-in.css';
import '../../components/recovery.css';
import '../../components/rotation.css';
import '../../components/keys-overview.css';
import '../../components/keys.css';
import './page.css';
import { App } from './App';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
