/**
 * The law for a whole population: the same typed rules as the interpreter's, compiled to code over columns of whole
 * numbers. Explains nothing (that is the interpreter's work) and refuses by name what it cannot compile.
 */
@NullMarked
package org.weimin.engine.population;

import org.jspecify.annotations.NullMarked;
