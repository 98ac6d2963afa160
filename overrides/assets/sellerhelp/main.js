// @ts-check
import "./contact/element.js";
import "./checklist/element.js";
import "./feedback/element.js";
import "./notices/element.js";
import { beginDialog } from "./dialog.js";
import { begin } from "./page.js";

begin();
beginDialog();
