export { isMirror, isPublic, mirrorBase, placeInMirror } from "./address";
export { kindWords, timeWords, type Fetch } from "./fetch";
export { fetchesOf } from "./fetches";
export { crowdedFiles, mirrorFiles, mirrorScript, mirrorSums } from "./kit";
export { hasLogin, withoutLogin } from "../login";
export { toMirror } from "./rewrite";
