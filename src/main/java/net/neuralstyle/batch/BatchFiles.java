/*-
 * #%L
 * Neural style transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Neural Style Transfer maintainers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package net.neuralstyle.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds, reads and writes what addresses name: the files of this computer, or those of a cluster. The parts of an
 * address are separated by {@code /}, on any system. Safe for use by several threads.
 */
public interface BatchFiles {

	/**
	 * Returns the addresses that somebody means: the files of a folder; files whose names fit one with {@code *} and
	 * {@code ?}; the files, or folders, that a list, a text file with the ending {@code .txt}, has in its lines; else the
	 * file itself, which need not be there. The same ones in the same order at any time and on any machine, but for new
	 * files.
	 *
	 * @param kind which of a folder's files are meant
	 * @param deep whether those of its subfolders are meant, too, folder by folder after its own; neither hidden folders
	 *          nor links to others are followed
	 * @throws net.neuralstyle.StyleTransferException if there is no such file in the folder, no such name, or nothing in
	 *           the list; the message is one sentence for the user
	 * @throws IOException if it cannot be found out
	 */
	List<String> find(String text, FileKind kind, boolean deep) throws IOException;

	/** As {@link #find(String, FileKind, boolean)}; of a folder its own pictures are meant. */
	default List<String> find(final String text) throws IOException {
		return find(text, FileKind.PICTURES, false);
	}

	/** Whether there is a file; a folder is none. */
	boolean exists(String address);

	/** Returns the address of one file or folder that somebody means, which need not be there. */
	String address(String text);

	/** Returns the address of a file in a folder, which need not be there. */
	String inFolder(String folder, String name);

	/** Returns a text that is the same for all addresses of one file or folder, however they are written. */
	String identity(String address);

	/**
	 * Makes a folder, if it is not there, and deletes what batches that were killed have left in it, where that is known.
	 *
	 * @throws net.neuralstyle.StyleTransferException if it cannot be made; says why
	 */
	void makeFolder(String folder);

	/**
	 * Returns a file or folder of this computer with what an address has, for reading: the file itself if it is here. If
	 * there is none, the file is missing here, too. Of a folder the pictures are there.
	 */
	Path read(String address) throws IOException;

	/**
	 * Claims an address, so that nobody else who does so writes it: another batch on the same files. A claim ends when it
	 * is closed, and with its process.
	 *
	 * @return nothing if somebody else has claimed it. Where files cannot be locked everybody gets a claim.
	 */
	Optional<Claim> claim(String output) throws IOException;

	/** Returns a claim that keeps nobody else from the address; who publishes last prevails. */
	Claim share(String output) throws IOException;

	/** An address that is to be written, by nobody else if it was claimed. */
	interface Claim extends AutoCloseable {

		/**
		 * Where the picture is to be written as a whole, a file or folder of this computer; what is at the address already is
		 * there, too.
		 */
		Path file();

		/**
		 * Brings what was written to its address.
		 *
		 * @throws IOException if that fails; the message is one sentence for the user
		 */
		void publish() throws IOException;

		@Override
		void close();
	}
}
