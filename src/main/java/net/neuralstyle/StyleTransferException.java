package net.neuralstyle;

/**
 * A style transfer cannot be done as asked. The message is one sentence for the
 * user: what is wrong and what to do.
 */
public class StyleTransferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StyleTransferException(final String message) {
		super(message);
	}

	public StyleTransferException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
