/// What is in `deploy/` and how the program is built, checked without a container: files are read as the tools that use them
/// read them, and the image's command line is run as it stands.
@NullMarked
package dev.pilcrow.deploy;

import org.jspecify.annotations.NullMarked;
