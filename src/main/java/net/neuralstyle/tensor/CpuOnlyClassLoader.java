package net.neuralstyle.tensor;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Class loader that hides from ND4J, which asks for services, that the jar of
 * the CUDA backend offers any. Classes are those of its parent.
 */
final class CpuOnlyClassLoader extends ClassLoader {

	private final String hidden;

	/** @param parent sees the CUDA backend */
	CpuOnlyClassLoader(final ClassLoader parent) {
		super(parent);
		final String file = CudaBackend.CLASS_FILE;
		final String address = parent.getResource(file).toString();
		hidden = address.substring(0, address.length() - file.length());
	}

	@Override
	public Enumeration<URL> getResources(final String name) throws IOException {
		final List<URL> visible = new ArrayList<>(Collections.list(super.getResources(name)));
		visible.removeIf(resource -> resource.toString().startsWith(hidden));
		return Collections.enumeration(visible);
	}
}
